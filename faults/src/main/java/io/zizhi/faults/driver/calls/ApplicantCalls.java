package io.zizhi.faults.driver.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Api;
import io.zizhi.faults.driver.history.History;
import io.zizhi.faults.driver.history.Reply;
import io.zizhi.faults.suite.outside.PassedText;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The requests of an applicant, recorded in the history. */
public final class ApplicantCalls {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final String worker;
    private final String account;
    private final Addresses addresses;
    private final Session applicant;
    private final Session phoneOwner;
    private final Function<String, Optional<PassedText>> phone;
    private final History history;

    /**
     * @param phoneOwner reads the SMS inbox as the operator
     * @param phone returns the newest text that a gateway passed to a number
     */
    public ApplicantCalls(
            String worker,
            String account,
            Addresses addresses,
            Session applicant,
            Session phoneOwner,
            Function<String, Optional<PassedText>> phone,
            History history) {
        this.worker = worker;
        this.account = account;
        this.addresses = addresses;
        this.applicant = applicant;
        this.phoneOwner = phoneOwner;
        this.phone = phone;
        this.history = history;
    }

    public Reply requestCode(String phone) {
        ObjectNode body = Api.JSON.createObjectNode().put("phone", phone);
        URI uri = URI.create(addresses.notification() + "/v1/phone-verifications");
        return history.perform(
                worker,
                "requestCode",
                Map.of("account", account),
                () -> applicant.api().post(uri, body),
                answer -> facts(answer, "verificationId"));
    }

    /** Returns the code in the newest message, if it has arrived. Only the newest code of a number is valid. */
    public Optional<String> code(String number) {
        URI uri = URI.create(addresses.notification() + "/v1/inbox?phone=" + number);
        Reply inbox = history.perform(
                worker, "readSms", Map.of(), () -> phoneOwner.api().get(uri), answer -> Map.of());
        return newestCode(phone.apply(number), inbox);
    }

    /**
     * @param passedOn the newest text that the gateway passed to the number
     * @param inbox the messages in the inbox, if it answered
     */
    static Optional<String> newestCode(Optional<PassedText> passedOn, Reply inbox) {
        Stream<PassedText> inInbox = inbox.items().stream()
                .map(item -> new PassedText(
                        Instant.parse(item.path("sentAt").asText()),
                        item.path("text").asText()));
        return Stream.concat(passedOn.stream(), inInbox)
                .filter(sms -> codeIn(sms.text()).isPresent())
                .max(Comparator.comparing(PassedText::at))
                .flatMap(newest -> codeIn(newest.text()));
    }

    private static Optional<String> codeIn(String text) {
        return Optional.of(CODE.matcher(text)).filter(Matcher::find).map(matcher -> matcher.group(1));
    }

    public Reply verify(String verification, String code) {
        return enter("verify", verification, code);
    }

    /** @param code a wrong code */
    public Reply guess(String verification, String code) {
        return enter("guess", verification, code);
    }

    private Reply enter(String name, String verification, String code) {
        ObjectNode body = Api.JSON.createObjectNode().put("code", code);
        URI uri = URI.create(addresses.notification() + "/v1/phone-verifications/" + verification + "/attempts");
        return history.perform(
                worker,
                name,
                Map.of("verification", verification),
                () -> applicant.api().post(uri, body),
                answer -> Map.of());
    }

    public Reply upload(String kind, byte[] png) {
        URI uri = URI.create(addresses.document() + "/v1/documents?kind=" + kind);
        return history.perform(
                worker,
                "upload",
                Map.of("account", account, "kind", kind),
                () -> applicant.api().upload(uri, "image/png", png),
                answer -> facts(answer, "documentId", "sha256"));
    }

    public Reply draft(JsonNode form) {
        return history.perform(
                worker,
                "draft",
                Map.of("qualificationName", form.path("name").asText(), "verification", verification(form)),
                () -> applicant.api().post(qualification(""), form),
                answer -> facts(answer, "id", "version"));
    }

    public Reply submit(long id, long version, UUID key) {
        return history.perform(
                worker,
                "submit",
                asked(id, version, Map.of("key", key.toString())),
                () -> applicant
                        .api()
                        .post(
                                qualification("/" + id + "/submission"),
                                null,
                                "If-Match",
                                tag(version),
                                "Idempotency-Key",
                                key.toString()),
                answer -> facts(answer, "workOrder", "version"));
    }

    /** @param material the document that identifies the edited form */
    public Reply edit(long id, long version, JsonNode form, String material) {
        return history.perform(
                worker,
                "edit",
                asked(id, version, Map.of("material", material, "verification", verification(form))),
                () -> applicant.api().put(qualification("/" + id), form, "If-Match", tag(version)),
                answer -> facts(answer, "version"));
    }

    public Reply withdraw(long id, long version, long workOrder) {
        return history.perform(
                worker,
                "withdraw",
                asked(id, version, Map.of("workOrder", Long.toString(workOrder))),
                () -> applicant.api().post(qualification("/" + id + "/withdrawal"), null, "If-Match", tag(version)),
                answer -> facts(answer, "version"));
    }

    /** Discards changes after the revision in force; rejected if there is no such revision. */
    public Reply discard(long id, long version) {
        return history.perform(
                worker,
                "discard",
                asked(id, version, Map.of()),
                () -> applicant.api().delete(qualification("/" + id + "/amendment"), "If-Match", tag(version)),
                answer -> facts(answer, "version"));
    }

    public Reply delete(long id, long version) {
        return history.perform(
                worker,
                "delete",
                asked(id, version, Map.of()),
                () -> applicant.api().delete(qualification("/" + id), "If-Match", tag(version)),
                answer -> Map.of());
    }

    public Reply read(long id) {
        return history.perform(
                worker,
                "read",
                Map.of("id", Long.toString(id)),
                () -> applicant.api().get(qualification("/" + id)),
                answer -> facts(answer, "status", "version"));
    }

    private URI qualification(String path) {
        return URI.create(addresses.qualification() + "/v1/qualifications" + path);
    }

    static String tag(long version) {
        return "\"" + version + "\"";
    }

    private static String verification(JsonNode form) {
        return form.path("administrator").path("phoneVerificationId").asText();
    }

    /** Returns the facts of a request with a version. */
    static Map<String, String> asked(long id, long version, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("id", Long.toString(id));
        all.put("version", Long.toString(version));
        return all;
    }

    /** Returns these fields of a response. */
    static Map<String, String> facts(JsonNode answer, String... names) {
        Map<String, String> facts = new HashMap<>();
        for (String name : names) {
            // that name is already used for the HTTP status
            facts.put(name.equals("status") ? "state" : name, answer.path(name).asText());
        }
        return facts;
    }
}
