package linli.web.api.volunteer;

/**
 * Minutes that somebody has served.
 *
 * @param clock counted by a node's clock
 * @param backfilled written down afterwards and approved
 * @param pending waiting for a second person
 */
public record MinutesJson(long clock, long backfilled, long pending) {}
