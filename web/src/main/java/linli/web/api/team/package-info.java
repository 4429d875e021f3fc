/** Teams: who serves together. */
@org.jspecify.annotations.NullMarked
package linli.web.api.team;
