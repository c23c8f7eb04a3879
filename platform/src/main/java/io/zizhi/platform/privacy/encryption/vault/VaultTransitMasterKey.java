package io.zizhi.platform.privacy.encryption.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.privacy.encryption.MasterKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A master key in Vault's Transit engine (<a href="https://developer.hashicorp.com/vault/api-docs/secret/transit">API</a>).
 * The key never leaves Vault. Operators rotate it there. Destroying a version destroys all earlier ones as well.
 *
 * <p>The context of a key is its associated data. Versions of Vault before 1.13 ignore it.
 */
public final class VaultTransitMasterKey implements MasterKey {

    private static final Pattern CIPHERTEXT = Pattern.compile("vault:v(\\d+):.+");

    private final VaultClient client;
    private final ObjectMapper json;
    private final String mount;
    private final String key;

    /** @throws IllegalStateException if settings are missing */
    public VaultTransitMasterKey(VaultConfig config, URI address, ObjectMapper json) {
        if (config.tokenFile().isEmpty() && config.kubernetesRole().isEmpty()) {
            throw new IllegalStateException("Set zizhi.vault.token-file or zizhi.vault.kubernetes-role.");
        }
        this.client = new VaultClient(config, address, json);
        this.json = json;
        this.mount = config.mount();
        this.key = config.key()
                .orElseThrow(() -> new IllegalStateException(
                        "Set zizhi.vault.key to the name of this service's key in the Transit engine."));
    }

    @Override
    public Uni<Wrapped> wrap(byte[] bytes, String context) {
        ObjectNode body = json.createObjectNode()
                .put("plaintext", Base64.getEncoder().encodeToString(bytes))
                .put("associated_data", base64(context));
        return client.post(mount + "/encrypt/" + key, body)
                .map(data -> text(data, "ciphertext"))
                .map(ciphertext -> new Wrapped(ciphertext, version(ciphertext)));
    }

    @Override
    public Uni<byte[]> unwrap(String wrapped, String context) {
        ObjectNode body = json.createObjectNode().put("ciphertext", wrapped).put("associated_data", base64(context));
        return client.post(mount + "/decrypt/" + key, body)
                .map(data -> Base64.getDecoder().decode(text(data, "plaintext")));
    }

    @Override
    public Uni<String> newestVersion() {
        return client.get(mount + "/keys/" + key)
                .map(data -> data.path("latest_version").asText());
    }

    @Override
    public boolean isDestroyedWith(String version, String other) {
        return Long.parseLong(other) <= Long.parseLong(version);
    }

    /**
     * Trimming deletes the versions. It requires that both minimums are set, which alone only refuse to use them. Never
     * lowers a minimum that an operator has set higher.
     */
    @Override
    public Uni<Boolean> destroy(String version) {
        long next = Long.parseLong(version) + 1;
        String path = mount + "/keys/" + key;
        return client.get(path)
                .chain(data -> data.path("min_available_version").asLong() >= next
                        ? Uni.createFrom().item(false)
                        : client.post(path + "/config", minimums(data, next))
                                .chain(() -> client.post(
                                        path + "/trim", json.createObjectNode().put("min_available_version", next)))
                                .replaceWith(true));
    }

    /**
     * For encryption, 0 stands for the newest version. Trimming refuses it, so it becomes {@code next}. Vault still
     * encrypts with the newest version by default.
     */
    private ObjectNode minimums(JsonNode current, long next) {
        return json.createObjectNode()
                .put(
                        "min_decryption_version",
                        Math.max(current.path("min_decryption_version").asLong(), next))
                .put(
                        "min_encryption_version",
                        Math.max(current.path("min_encryption_version").asLong(), next));
    }

    /** Returns the number in {@code vault:v1:…}. */
    private static String version(String ciphertext) {
        Matcher found = CIPHERTEXT.matcher(ciphertext);
        if (!found.matches()) {
            throw new VaultFailure(VaultFailure.Kind.UNEXPECTED, "Vault's ciphertext does not begin with vault:v.");
        }
        return found.group(1);
    }

    private static String text(JsonNode data, String member) {
        JsonNode value = data.path(member);
        if (!value.isTextual()) {
            throw new VaultFailure(VaultFailure.Kind.UNEXPECTED, "Vault's answer has no " + member + ".");
        }
        return value.asText();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
