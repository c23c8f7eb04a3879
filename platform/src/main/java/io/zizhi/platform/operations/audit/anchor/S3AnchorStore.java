package io.zizhi.platform.operations.audit.anchor;

import io.zizhi.platform.operations.audit.anchor.AnchorBucket.Listing;
import io.zizhi.platform.operations.audit.anchor.AnchorBucket.Stored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Anchors in a bucket with object lock, one object each: {@code 20261129/0000000123}, by day and number. While an object
 * is locked, an attacker can only add versions or a delete marker. So the anchor is the oldest version that the service
 * has signed, whatever was added. The names sort by number, because the day never goes back.
 */
final class S3AnchorStore implements AnchorStore {

    /** Anchors of a page, which are read one by one. */
    private static final int PAGE = 100;

    private static final Pattern NAME = Pattern.compile("\\d{8}/\\d{10}");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final int DAY_LENGTH = 8;

    /** A position behind an object: its day and number. */
    private static final Pattern POSITION = Pattern.compile("\\d{18}");

    /** Days in which a service that starts searches the last anchor before it lists all of them. */
    private static final int SEARCHED_DAYS = 40;

    /** Versions of an object that are read: at least as many as replicas that write at once leave. */
    private static final int MOST_VERSIONS = 4;

    private final AnchorBucket bucket;
    private final Duration retention;
    private final Predicate<SignedAnchor> isSigned;
    private final Clock clock;

    /** The last anchor that was seen. It is locked, so it stays. */
    private @Nullable Last last;

    /** @param isSigned whether this service has signed an anchor */
    S3AnchorStore(AnchorBucket bucket, Duration retention, Predicate<SignedAnchor> isSigned, Clock clock) {
        this.bucket = bucket;
        this.retention = retention;
        this.isSigned = isSigned;
        this.clock = clock;
    }

    private record Last(String name, SignedAnchor anchor) {}

    @Override
    public void requireProtection() {
        bucket.requireLock();
    }

    @Override
    public synchronized Optional<SignedAnchor> last() {
        if (last == null) {
            last = ofNewestDay();
        }
        String after = last == null ? "" : last.name();
        Listing listing;
        do {
            listing = bucket.list("", after);
            newest(listing, last == null ? 0 : last.anchor().anchor().number(), known -> true)
                    .ifPresent(found -> last = found);
            after = listing.objects().isEmpty()
                    ? after
                    : listing.objects().getLast().name();
        } while (!listing.complete());
        return Optional.ofNullable(last).map(Last::anchor);
    }

    /**
     * Searches the days backwards from tomorrow, because clocks differ, for an anchor that was made on the day in its
     * name. Anchors with other names, which a clock that goes back leaves, have greater numbers and follow it.
     */
    private @Nullable Last ofNewestDay() {
        Instant tomorrow = clock.instant().plus(1, ChronoUnit.DAYS);
        for (int back = 0; back < SEARCHED_DAYS; back++) {
            String day = DAY.format(tomorrow.minus(back, ChronoUnit.DAYS));
            Optional<Last> found = newest(
                    bucket.list(day + '/', ""),
                    0,
                    known -> madeOn(known.anchor()).equals(day));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return null;
    }

    /**
     * Returns the anchor with the greatest number above {@code before}. Somebody may copy anchors to other names. Copies
     * have no greater number than the last anchor and no earlier name than the copied one.
     */
    private Optional<Last> newest(Listing listing, long before, Predicate<Last> accepted) {
        return anchors(listing).stream()
                .filter(stored -> number(stored) > before)
                // stable, so objects with the same number stay ordered by name
                .sorted(Comparator.comparingLong(S3AnchorStore::number).reversed())
                .flatMap(stored -> signed(stored).map(anchor -> new Last(stored.name(), anchor)).stream())
                .filter(accepted)
                .findFirst();
    }

    @Override
    public synchronized void append(SignedAnchor next) {
        String previous = last().map(SignedAnchor::hash).orElse(SignedAnchor.FIRST);
        if (!previous.equals(next.anchor().previous())) {
            throw new IllegalStateException("Another replica has written an anchor");
        }
        String name = name(next.anchor());
        write(name, next);
        // a store that knows no conditions lets two replicas write
        if (!at(name).flatMap(this::signed).filter(next::equals).isPresent()) {
            throw new IllegalStateException("Another replica has written the anchor " + name);
        }
        last = new Last(name, next);
    }

    /** Objects that other people put there must not prevent an anchor. */
    private void write(String name, SignedAnchor anchor) {
        Instant until = clock.instant().plus(retention);
        if (bucket.write(name, anchor.line(), until, true).isPresent()) {
            return;
        }
        Optional<Stored> taken = at(name);
        Optional<SignedAnchor> first = taken.flatMap(this::signed);
        if (first.filter(anchor::equals).isPresent()) {
            // the answer to an earlier attempt was lost, and the client has repeated it
            bucket.requireLocked(name, taken.orElseThrow().versions().getFirst(), until);
            return;
        }
        if (first.isPresent()) {
            throw new IllegalStateException("Another replica has written the anchor " + name);
        }
        if (taken.filter(stored -> stored.versions().size() >= MOST_VERSIONS).isPresent()) {
            throw new IllegalStateException("Somebody has taken the name of the next anchor, " + name
                    + ", with several versions. Find out who may write to the bucket.");
        }
        bucket.write(name, anchor.line(), until, false);
    }

    private Optional<Stored> at(String name) {
        return bucket.list(name, "").objects().stream().findFirst();
    }

    private static String madeOn(SignedAnchor anchor) {
        return madeOn(anchor.anchor());
    }

    private static String madeOn(Anchor anchor) {
        return DAY.format(Instant.parse(anchor.at()));
    }

    private String name(Anchor anchor) {
        String day = madeOn(anchor);
        if (last != null && last.name().compareTo(day) > 0) {
            day = last.name().substring(0, DAY_LENGTH);
        }
        return "%s/%010d".formatted(day, anchor.number());
    }

    @Override
    public boolean isPosition(String position) {
        return position.equals(START) || POSITION.matcher(position).matches();
    }

    @Override
    public Page read(String position, long last) {
        String after =
                position.equals(START) ? "" : position.substring(0, DAY_LENGTH) + '/' + position.substring(DAY_LENGTH);
        List<Stored> objects = new ArrayList<>();
        Listing listing;
        do {
            listing = bucket.list("", after);
            objects.addAll(anchors(listing));
            after = listing.objects().isEmpty()
                    ? after
                    : listing.objects().getLast().name();
        } while (objects.size() < PAGE && !listing.complete());
        List<SignedAnchor> found = new ArrayList<>();
        List<Disturbed> disturbed = new ArrayList<>();
        long before = last;
        for (Stored stored : objects.subList(0, Math.min(objects.size(), PAGE))) {
            before = read(stored, before, found, disturbed);
            position = stored.name().replace("/", "");
        }
        return new Page(found, position, disturbed);
    }

    /**
     * Reads an object. The number of an anchor that is in its place is above those before it.
     *
     * @param before number of the anchor before
     * @return number of the last anchor that is in its place
     */
    private long read(Stored stored, long before, List<SignedAnchor> found, List<Disturbed> disturbed) {
        Optional<SignedAnchor> signed = signed(stored);
        boolean copied = signed.isPresent() && number(stored) <= before;
        Optional<SignedAnchor> shown = copied ? Optional.empty() : signed.or(() -> unsigned(stored));
        shown.ifPresent(found::add);
        if (!stored.markers().isEmpty()
                || shown.isEmpty()
                || (stored.versions().size() > 1 && !isSignedThroughout(stored))) {
            disturbed.add(new Disturbed(number(stored), stored.versions() + " " + stored.markers()));
        }
        return signed.isEmpty() || copied ? before : number(stored);
    }

    /** Several signed versions are no disturbance: replicas that write at once may leave them. */
    private boolean isSignedThroughout(Stored stored) {
        return stored.versions().size() <= MOST_VERSIONS
                && stored.versions().stream()
                        .allMatch(version -> parsed(stored, version)
                                .filter(anchor -> isAnchor(stored, anchor))
                                .isPresent());
    }

    /** Returns an anchor without a valid signature, to be reported. */
    private Optional<SignedAnchor> unsigned(Stored stored) {
        return oldest(stored).filter(isSigned.negate()).findFirst();
    }

    private static List<Stored> anchors(Listing listing) {
        return listing.objects().stream()
                .filter(stored -> NAME.matcher(stored.name()).matches())
                .toList();
    }

    /** Returns the oldest version that this service has signed. */
    private Optional<SignedAnchor> signed(Stored stored) {
        return oldest(stored).filter(anchor -> isAnchor(stored, anchor)).findFirst();
    }

    /** Reads the oldest versions. Somebody may add any number of others. */
    private Stream<SignedAnchor> oldest(Stored stored) {
        return stored.versions().stream().limit(MOST_VERSIONS).flatMap(version -> parsed(stored, version).stream());
    }

    /** A copy does not count under another number, or under a day before it was made. */
    private boolean isAnchor(Stored stored, SignedAnchor anchor) {
        return anchor.anchor().number() == number(stored)
                && isSigned.test(anchor)
                && madeOn(anchor).compareTo(stored.name()) <= 0;
    }

    private static long number(Stored stored) {
        return Long.parseLong(stored.name().substring(DAY_LENGTH + 1));
    }

    private Optional<SignedAnchor> parsed(Stored stored, String version) {
        return SignedAnchor.parse(bucket.read(stored.name(), version));
    }
}
