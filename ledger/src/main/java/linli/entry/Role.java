package linli.entry;

/** What a member of staff may do. One person may hold several, but never approves what they recorded themselves. */
public enum Role {
    /** Runs the county: policy, branches. */
    ADMIN,
    /** Runs a branch: appoints staff, adjusts points, and everything a clerk and an approver may do. */
    MANAGER,
    /** Enrols volunteers, opens activities, records hours, keeps the shop and the wall of wishes. */
    CLERK,
    /** The second person: approves, rejects and reverses hours, confirms suggestions. */
    APPROVER,
    /** Reads everything, writes nothing. */
    AUDITOR
}
