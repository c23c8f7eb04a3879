package io.zizhi.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/** An operator who imports qualifications that another system approved. */
public final class Importer {

    private final Addresses addresses;
    private final Api api;

    public Importer(Addresses addresses, String operator) {
        this.addresses = addresses;
        this.api = Login.as(operator, addresses);
    }

    /** Uploads a CSV; returns the id of the import. */
    public long upload(byte[] csv) {
        return api.upload(
                        imports(""),
                        "text/csv",
                        csv,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .path("id")
                .asLong();
    }

    /** Waits until the import has this state. */
    public JsonNode await(long id, String state) {
        return Waiting.until(
                "import " + id + " to be " + state,
                () -> Optional.of(api.get(imports("/" + id)).expect(200))
                        .filter(view -> view.path("state").asText().equals(state)));
    }

    public JsonNode rows(long id) {
        return api.get(imports("/" + id + "/rows?limit=100")).expect(200).path("items");
    }

    public Api.Answer confirm(long id) {
        return api.post(imports("/" + id + "/confirmation"), null);
    }

    private URI imports(String path) {
        return URI.create(addresses.qualification() + "/v1/imports" + path);
    }
}
