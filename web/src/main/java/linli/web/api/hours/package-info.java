/** Records of hours: written down, approved by a second person, shown in public, taken back. */
@org.jspecify.annotations.NullMarked
package linli.web.api.hours;
