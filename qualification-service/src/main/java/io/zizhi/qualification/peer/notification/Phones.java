package io.zizhi.qualification.peer.notification;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.personal.Phone;
import io.zizhi.qualification.peer.Outage;
import io.zizhi.qualification.peer.PeerRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Checks and reserves phone verifications through notification-service. Fails with 503 if it does not answer. */
@ApplicationScoped
public class Phones {

    private static final String PEER = "notification-service";

    private final PhoneClient client;

    Phones(@RestClient PhoneClient client) {
        this.client = client;
    }

    /** Returns the status of a verification for this number, as named by notification-service. */
    public Uni<String> check(String accountId, String verificationId, Phone phone) {
        return client.check(verificationId, new PhoneQuestion(accountId, phone.reveal()))
                .map(PhoneAnswer::status)
                .onFailure()
                .transform(failure -> Outage.of(PEER, failure));
    }

    /**
     * Returns the verifications that currently prove these numbers, by position in {@code phones}. At most 100 numbers
     * are allowed.
     */
    public Uni<Map<Integer, String>> find(String accountId, List<Phone> phones) {
        return client.search(new PhoneSearch(
                        accountId, phones.stream().map(Phone::reveal).toList()))
                .map(found -> found.verified().stream()
                        .collect(Collectors.toMap(PhonesFound.Found::position, PhonesFound.Found::verificationId)))
                .onFailure()
                .transform(failure -> Outage.of(PEER, failure));
    }

    /** Reserves the number for a revision; fails with 409 if the verification can no longer be used. */
    public Uni<Void> reserve(String accountId, String verificationId, Phone phone, long qualificationId, int revision) {
        return client.reserve(
                        verificationId, new PhoneReservation(accountId, phone.reveal(), qualificationId, revision))
                .replaceWithVoid()
                .onFailure()
                .transform(failure -> Outage.of(PEER, failure))
                .onFailure(PeerRefusal.class)
                .transform(refused -> Problems.conflict(
                        "PHONE_VERIFICATION_NOT_USABLE",
                        "The phone verification can no longer be used; evaluate the form again."));
    }
}
