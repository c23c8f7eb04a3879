package io.zizhi.qualification.peer;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import io.zizhi.platform.privacy.personal.Phone;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What notification-service knows of verified phones. Fails with 503 when it does not answer. */
@ApplicationScoped
public class Phones {

    private static final String PEER = "notification-service";

    private final PhoneClient client;

    Phones(@RestClient PhoneClient client) {
        this.client = client;
    }

    /** The status of a verification for that number, as notification-service names it. */
    public Uni<String> check(String accountId, String verificationId, Phone phone) {
        return client.check(verificationId, new PhoneQuestion(accountId, phone.reveal()))
                .map(PhoneAnswer::status)
                .onFailure()
                .transform(failure -> Outage.of(PEER, failure));
    }

    /** The verifications that prove these numbers now, by their place in {@code phones}, of which there are at most 100. */
    public Uni<Map<Integer, String>> find(String accountId, List<Phone> phones) {
        return client.search(new PhoneSearch(
                        accountId, phones.stream().map(Phone::reveal).toList()))
                .map(found -> found.verified().stream()
                        .collect(Collectors.toMap(PhonesFound.Found::position, PhonesFound.Found::verificationId)))
                .onFailure()
                .transform(failure -> Outage.of(PEER, failure));
    }

    /** Holds the number for a revision; 409 when it can no longer be used. */
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
