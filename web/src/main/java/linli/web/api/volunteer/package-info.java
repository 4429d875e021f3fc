/** Volunteers: enrolled, found, corrected, forgotten. Names and phones are for clerks and the person alone. */
@org.jspecify.annotations.NullMarked
package linli.web.api.volunteer;
