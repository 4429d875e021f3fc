package linli.sim;

/** What can happen in a life, for the tally: the lives that are always lived must together have seen all of it. */
enum Seen {
    ENTRY_WRITTEN,
    SLIP_RECEIVED,
    POLICY_ADOPTED,
    BRANCH_CLOSED,
    KEY_RETIRED,

    MEETING,
    REQUEST_LOST,
    /** A message that comes only after its sender has given it up. */
    REQUEST_DELAYED,
    MESSAGE_TWICE,
    /** A message that comes once more, later. */
    MESSAGE_AGAIN,
    LATE_MAIL,
    /** A message that comes while another is still on its way. */
    MESSAGES_CROSS,
    BODY_CUT,
    ANSWER_LOST,
    ANSWER_TOO_LATE,
    ANSWER_CHANGED,
    /** A list of logs that was true some time ago. */
    ANSWER_OLD,
    PARTITION,
    /** A node that no network reaches, ever. */
    HERMIT,

    DISK_NOTHING_HAPPENED,
    DISK_HALF_HAPPENED,
    DISK_ALL_HAPPENED,
    DISK_FULL,
    POWER_LOST,
    CRASH,
    CLOCK_WRONG,

    BACKUP_RESTORED,
    SET_BACK,
    DISK_CLONED,
    DISK_LOST,
    RECOVERED_SHORT,
    NODE_DEAD,

    ROGUE_ENTRY,
    ROGUE_FORK,
    ROGUE_SLIP,
    FORK_PROVEN,
    /** A node was shown more of its own log than it has. */
    OWN_LOG_LONGER,

    STICK_WRITTEN,
    STICK_COPIED,
    STICK_COPIED_HALF,
    STICK_PULLED_OUT,
    STICK_SPOILT,
    STICK_FORGED,
    STICK_READ_BY_ANOTHER,
    BUNDLE_TAKEN,
    BUNDLE_NOT_NEW,
    BUNDLE_BEHIND_A_GAP,
    BUNDLE_DAMAGED,
    BUNDLE_UNPROVEN,
    RECEIPT_READ,
    REUNION_BY_STICK
}
