/**
 * What people fill in on pages, read: {@link linli.web.form.Form} is the door. {@link linli.web.form.FormFilter} sees to it that a
 * form of ours was sent before any route sees what is in it.
 */
@org.jspecify.annotations.NullMarked
package linli.web.form;
