package linli.office;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import linli.entry.Actor;
import linli.entry.Holder;
import linli.entry.RequestId;
import linli.entry.VolunteerNo;
import linli.entry.VolunteeringEvent.PinSet;
import linli.entry.VolunteeringEvent.VolunteerEnrolled;
import linli.keys.PinHash;
import linli.ledger.Draft;
import linli.ledger.Ledger;
import linli.ledger.Outcome;
import linli.ledger.VolunteerAccount;
import linli.log.Hash;
import linli.profile.Commitment;
import linli.profile.Disclosure;
import linli.profile.Profile;
import linli.profile.Profiles;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk does with persons: enrol, find, give a PIN, forget.
 *
 * <p>The order is always the same: first the envelope is sealed, then the entry that commits to it is written. A crash in between
 * leaves an envelope that nobody refers to, never a volunteer without one.
 *
 * <p>Safe for use by several threads.
 */
public final class Office {
    private final Ledger ledger;
    private final Profiles profiles;
    /** Whose envelope is whose, read off the accounts when it is first asked for; null before. */
    private @Nullable Map<Hash, VolunteerNo> owners;

    public Office(Ledger ledger, Profiles profiles) {
        this.ledger = ledger;
        this.profiles = profiles;
    }

    /** A volunteer and what is known of the person. */
    public record Person(VolunteerNo no, Profile profile) {}

    /** A person on the way in. */
    public record Application(Profile profile, LocalDate consentDay, RequestId request) {}

    public Ledger ledger() {
        return ledger;
    }

    /** Where somebody asks for something, and what they tell with it is kept. */
    public WishDesk wishes() {
        return new WishDesk(ledger, profiles);
    }

    /**
     * Enrols a person. The same request again gives the same number.
     *
     * @param by who enrols them
     */
    public Outcome enrol(Application application, Actor by) {
        return enrolAll(List.of(application), by).get(0);
    }

    /** Enrols many, with few waits for the disk; the answers are in the order of the applications. */
    public List<Outcome> enrolAll(List<Application> applications, Actor by) {
        List<Commitment> envelopes = profiles.sealAll(
                applications.stream().map(Application::profile).toList(),
                i -> applications.get(i).request().toBytes());
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < envelopes.size(); i++) {
            Application application = applications.get(i);
            Hash commitment = Hash.of(envelopes.get(i).toBytes());
            drafts.add(
                    new Draft(by, application.request(), new VolunteerEnrolled(commitment, application.consentDay())));
        }
        List<Outcome> outcomes = ledger.postAll(drafts);
        for (int i = 0; i < outcomes.size(); i++) {
            settle(envelopes.get(i), outcomes.get(i));
        }
        return outcomes;
    }

    /** A refused person's data is not kept, unless it is that of somebody who was enrolled with it before. */
    private synchronized void settle(Commitment envelope, Outcome outcome) {
        if (outcome instanceof Outcome.Recorded recorded) {
            owners().put(Hash.of(envelope.toBytes()), new VolunteerNo(recorded.id()));
        } else if (owner(envelope).isEmpty()) {
            profiles.discard(envelope);
        }
    }

    /** The profile of a volunteer; empty when it was forgotten, or belongs to another node. */
    public Optional<Profile> profile(VolunteerNo no) {
        return envelope(no).flatMap(profiles::find);
    }

    /** Secret bytes for what is told of a volunteer on paper; empty when they were forgotten, or belong to another node. */
    Optional<byte[]> saltOf(VolunteerNo no, RequestId request) {
        return envelope(no)
                .flatMap(name -> profiles.saltOf(name, request.toBytes()))
                .map(salt -> Arrays.copyOf(salt, Holder.SALT_BYTES));
    }

    /** The same for a guest, whose profile is at another node. */
    byte[] saltOfStranger(RequestId request) {
        return Arrays.copyOf(profiles.saltOfStranger(request.toBytes()), Holder.SALT_BYTES);
    }

    /** Everybody whose number, former number, name or phone is or contains the text; at most {@link Profiles#MOST_FOUND}. */
    public List<Person> find(String text) {
        List<Person> found = new ArrayList<>();
        for (Commitment envelope : profiles.search(text)) {
            owner(envelope)
                    .ifPresent(no -> profiles.find(envelope).ifPresent(profile -> found.add(new Person(no, profile))));
        }
        return found;
    }

    private synchronized Optional<VolunteerNo> owner(Commitment envelope) {
        return Optional.ofNullable(owners().get(Hash.of(envelope.toBytes())));
    }

    private synchronized Map<Hash, VolunteerNo> owners() {
        Map<Hash, VolunteerNo> known = owners;
        if (known == null) {
            Map<Hash, VolunteerNo> read = new HashMap<>();
            ledger.books().volunteers(account -> account.envelope().ifPresent(named -> read.put(named, account.no())));
            owners = read;
            return read;
        }
        return known;
    }

    /** Corrects what is known of a person; empty when there is no such profile here. */
    public Optional<Profile> correct(VolunteerNo no, UnaryOperator<Profile> correction) {
        return envelope(no)
                .filter(name -> profiles.find(name).isPresent())
                .map(name -> profiles.update(name, correction));
    }

    /**
     * A person's own copy of what is known of them.
     *
     * @param disclosure the copy
     * @param asEnrolled whether it is to the letter what the log committed to at the enrolment; not so once it was corrected
     */
    public record OwnCopy(Disclosure disclosure, boolean asEnrolled) {}

    /** A person's own copy; empty when there is no such profile here. */
    public Optional<OwnCopy> disclose(VolunteerNo no) {
        return envelope(no).flatMap(name -> profiles.disclose(name).map(copy -> new OwnCopy(copy, copy.proves(name))));
    }

    /**
     * Sets the PIN with which a volunteer looks up their hours and acts for themselves, and has the log say who did.
     *
     * @param by the volunteer, or whoever sets it for them
     * @return empty when there is no such profile here; where the ledger refuses, the PIN stays as it was
     */
    public Optional<Outcome> setPin(VolunteerNo no, char[] pin, Actor by, RequestId request) {
        PinHash hash = PinHash.of(pin);
        if (profile(no).isEmpty()) {
            return Optional.empty();
        }
        // The log comes first: whatever falls over in between, there is no PIN that it does not know of.
        Outcome outcome = ledger.post(new Draft(by, request, new PinSet(no)));
        if (outcome instanceof Outcome.Recorded) {
            Optional<Profile> unused =
                    correct(no, profile -> profile.toBuilder().pinHash(hash).build());
        }
        return Optional.of(outcome);
    }

    /**
     * Forgets the person behind a number, for good, and what they told of themselves with what they asked for. The number, its
     * hours and its points stay.
     *
     * @return false when there is nothing to forget
     */
    public boolean forget(VolunteerNo no) {
        boolean details = wishes().forgetAllOf(no);
        return envelope(no).map(profiles::forget).orElse(false) || details;
    }

    private Optional<Commitment> envelope(VolunteerNo no) {
        return ledger.books()
                .volunteer(no)
                .map(VolunteerAccount::commitment)
                .map(hash -> Commitment.of(hash.toBytes()));
    }
}
