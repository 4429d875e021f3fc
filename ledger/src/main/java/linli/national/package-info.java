/**
 * Records of service for the national volunteer system (全国志愿服务信息系统), as the law names their fields (民政部令第67号), and what
 * that system answers.
 *
 * <p>The doors are {@link linli.national.NationalExport} and {@link linli.national.NationalImport}.
 */
@org.jspecify.annotations.NullMarked
package linli.national;
