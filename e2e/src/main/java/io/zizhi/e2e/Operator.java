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

    /** The code in the newest text with one. */
    public Optional<String> code(String phone) {
        return StreamSupport.stream(inbox(phone).spliterator(), false)
                .map(item -> CODE.matcher(item.path("text").asText()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }
}
