/** Points: what somebody holds and why, adjusted by hand, sent to other branches and received from them. */
@org.jspecify.annotations.NullMarked
package linli.web.api.points;
