package io.zizhi.notification.verification.search;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.zizhi.notification.sender.message.MainlandMobile;
import io.zizhi.notification.verification.model.CodeHash;
import io.zizhi.notification.verification.model.PhoneVerification;
import io.zizhi.notification.verification.model.PhoneVerificationRepository;
import io.zizhi.platform.privacy.encryption.BlindHash;
import io.zizhi.platform.runtime.time.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Answers qualification-service which numbers of a bulk filing are verified, so that its rows need no verification ids.
 */
@ApplicationScoped
class FindVerifiedPhones {

    private final PhoneVerificationRepository verifications;
    private final CodeHash hash;
    private final DatabaseTime time;

    FindVerifiedPhones(PhoneVerificationRepository verifications, CodeHash hash, DatabaseTime time) {
        this.verifications = verifications;
        this.hash = hash;
        this.time = time;
    }

    @WithTransaction
    public Uni<PhoneSearchView> find(PhoneSearchRequest request) {
        List<Optional<BlindHash>> indexes = request.phones().stream()
                .map(phone -> MainlandMobile.elevenDigits(phone).map(hash::ofPhone))
                .toList();
        return time.now()
                .chain(now -> verifications.usable(
                        request.accountId(),
                        indexes.stream().flatMap(Optional::stream).toList(),
                        now))
                .map(found -> view(indexes, found));
    }

    /** @param found oldest first, so that the newest verification of a number is used */
    private static PhoneSearchView view(List<Optional<BlindHash>> indexes, List<PhoneVerification> found) {
        return new PhoneSearchView(IntStream.range(0, indexes.size())
                .boxed()
                .flatMap(position -> indexes.get(position).flatMap(phone -> newest(phone, found)).stream()
                        .map(id -> new PhoneSearchView.VerifiedPhone(position, id)))
                .toList());
    }

    private static Optional<String> newest(BlindHash phone, List<PhoneVerification> found) {
        return found.stream()
                .filter(verification -> phone.matches(verification.phoneIndex()))
                .reduce((older, newer) -> newer)
                .map(PhoneVerification::id);
    }
}
