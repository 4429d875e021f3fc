/**
 * The pages as people see them: templates, their models, and the words of both languages.
 *
 * <p>The door is {@link linli.web.page.Pages}. The template classes are generated into this package from {@code src/main/jte}.
 * This package knows no HTTP.
 */
@org.jspecify.annotations.NullMarked
package linli.web.page;
