package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Reads the SMS of a local installation, as the person with the phone would. */
public final class Operator {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

    private final Addresses addresses;
    private final Api api;

    public Operator(Addresses addresses) {
        this.addresses = addresses;
        this.api = Login.as("operator", addresses);
    }

    /** The texts that arrived at the number, newest first. */
    public JsonNode inbox(String phone) {
        return api.get(URI.create(addresses.notification() + "/v1/inbox?phone=" + phone))
                .expect(200)
                .path("items");
    }

    /** Version of the clock policy that is in force. */
    public long versionOfPolicy(String name) {
        return clock("/v1/clock/policies/" + name).path("version").asLong();
    }

    /** Who gets which clock policy, with its version. */
    public JsonNode allocation() {
        return clock("/v1/clock/allocation");
    }

    /** A year of the calendar, as it can be loaded again. */
    public JsonNode calendar(int year) {
        return clock("/v1/calendars/" + year);
    }

    /** Version of the year of the calendar that is in force. */
    public long versionOfYear(int year) {
        return clock("/v1/calendars/" + year + "/versions")
                .at("/items/0/version")
                .asLong();
    }

    private JsonNode clock(String path) {
        return api.get(URI.create(addresses.review() + path)).expect(200);
    }

    /** Has somebody of the staff told of reviews. @return id of the subscription */
    public long subscribe(JsonNode subscription) {
        return api.post(URI.create(addresses.notification() + "/v1/staff-subscriptions"), subscription)
                .expect(201)
                .path("id")
                .asLong();
    }

    /** The code in the newest text with one. */
    public Optional<String> code(String phone) {
        return StreamSupport.stream(inbox(phone).spliterator(), false)
                .map(item -> CODE.matcher(item.path("text").asText()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }
}
