package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Calls the operators' endpoints, including the SMS inbox of a local installation. */
public final class Operator {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final Addresses addresses;
    private final Api api;

    public Operator(Addresses addresses) {
        this.addresses = addresses;
        this.api = Login.as("operator", addresses);
    }

    /** Returns the text messages to the number, newest first. */
    public JsonNode inbox(String phone) {
        return api.get(URI.create(addresses.smsInbox() + "?phone=" + phone))
                .expect(200)
                .path("items");
    }

    /** Returns the version of the clock policy in force. */
    public long versionOfPolicy(String name) {
        return policy(name).path("version").asLong();
    }

    /** Returns the clock policy in force. */
    public JsonNode policy(String name) {
        return clock("/v1/clock/policies/" + name);
    }

    /** Replaces the clock policy in force; unfinished reviews are computed again. */
    public void changePolicy(String name, JsonNode policy) {
        URI uri = URI.create(addresses.review() + "/v1/clock/policies/" + name);
        api.put(uri, policy, "If-Match", "\"" + versionOfPolicy(name) + "\"").expect(200);
    }

    /** Returns the assignment of clock policies, with its version. */
    public JsonNode allocation() {
        return clock("/v1/clock/allocation");
    }

    /** Returns a year of the calendar, in the form in which it can be uploaded. */
    public JsonNode calendar(int year) {
        return clock("/v1/calendars/" + year);
    }

    /** Returns the calendar version in force for that year. */
    public long versionOfYear(int year) {
        return clock("/v1/calendars/" + year + "/versions")
                .at("/items/0/version")
                .asLong();
    }

    private JsonNode clock(String path) {
        return api.get(URI.create(addresses.review() + path)).expect(200);
    }

    /** Returns the version of a message template, for the next change. */
    public long versionOfTemplate(String name) {
        return api.get(URI.create(addresses.notification() + "/v1/sms-templates/" + name))
                .expect(200)
                .path("version")
                .asLong();
    }

    /** Cancels the open requests to publish texts of messages. */
    public void cancelSmsPublications() {
        URI publications = URI.create(addresses.notification() + "/v1/sms-publications");
        api.get(publications)
                .expect(200)
                .path("items")
                .forEach(open -> api.post(
                                URI.create(publications + "/" + open.path("id").asLong() + "/cancellation"), null)
                        .expect(200));
    }

    /** Creates a subscription that notifies a staff member of reviews. @return id of the subscription */
    public long subscribe(JsonNode subscription) {
        return api.post(URI.create(addresses.notification() + "/v1/staff-subscriptions"), subscription)
                .expect(201)
                .path("id")
                .asLong();
    }

    /** Returns the code in the newest message that has one. */
    public Optional<String> code(String phone) {
        return StreamSupport.stream(inbox(phone).spliterator(), false)
                .map(item -> CODE.matcher(item.path("text").asText()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }
}
