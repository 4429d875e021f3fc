package linli.web.county;

import java.time.ZonedDateTime;
import linli.audit.AuditReport;

/** An audit that is over: who asked for it when, and what was found. */
public record AuditDone(AuditRun.Asked asked, ZonedDateTime ended, AuditReport report) {}
