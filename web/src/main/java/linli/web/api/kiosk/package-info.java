/** The devices that people come to. */
@org.jspecify.annotations.NullMarked
package linli.web.api.kiosk;
