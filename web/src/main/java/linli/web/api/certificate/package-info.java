/** Certificates of volunteer service: handed out, found again, printed. */
@org.jspecify.annotations.NullMarked
package linli.web.api.certificate;
