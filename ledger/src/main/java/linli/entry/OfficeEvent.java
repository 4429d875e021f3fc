package linli.entry;

import java.util.List;
import linli.log.Hash;
import org.jspecify.annotations.Nullable;

/** What every node writes about its own office. */
public sealed interface OfficeEvent extends Event {

    /**
     * A member of staff takes office, or their roles change.
     *
     * @param staff handle, as it stands in {@code by} from now on
     * @param name the person's name: staff act in office and are named
     * @param roles at least one
     * @param volunteer the number under which the same person volunteers, if they do: nobody approves their own hours
     */
    record StaffAppointed(
            String staff,
            String name,
            List<Role> roles,
            @Nullable VolunteerNo volunteer) implements OfficeEvent {
        public StaffAppointed {
            staff = new Actor.Staff(staff).handle();
            Texts.name("name", name);
            Malformed.OUT_OF_RANGE.unless(
                    !roles.isEmpty()
                            && roles.size() == roles.stream().distinct().count(),
                    "roles must be one or more, each once");
            roles = List.copyOf(roles);
        }
    }

    /**
     * A member of staff leaves office.
     *
     * @param staff handle
     * @param reason for people
     */
    record StaffDismissed(String staff, String reason) implements OfficeEvent {
        public StaffDismissed {
            staff = new Actor.Staff(staff).handle();
            Texts.bounded("reason", reason, Texts.NOTE_CHARS);
        }
    }

    /**
     * The county checkpoint last seen: everything after this entry is younger than it.
     *
     * @param size of the county's log
     * @param root its root
     * @param timeSeconds of the county's cosignature, epoch seconds
     */
    record CountyWitnessed(long size, Hash root, long timeSeconds) implements OfficeEvent {
        public CountyWitnessed {
            Malformed.OUT_OF_RANGE.unless(size >= 0 && size <= EntryId.MAX_INDEX, "log size %s", size);
            Entry.time("timeSeconds", timeSeconds);
        }
    }

    /**
     * The key with which this node cosigns logs that it holds copies of. A cosignature under it means: every entry up to here is
     * durably stored at this node.
     *
     * @param vkey verifier key of type 4, named like the node's log with {@code /mirror} behind
     */
    record CosignerNamed(String vkey) implements OfficeEvent {
        public CosignerNamed {
            Texts.bounded("vkey", vkey, Texts.NOTE_CHARS);
        }
    }
}
