package io.zizhi.platform.privacy.encryption.vault;

import java.io.Serial;

/** Vault refused a request or is unavailable. The message says what to do. */
public final class VaultFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    /** What the status of an answer means. */
    public enum Kind {
        /** 400: the ciphertext or its version is not accepted. */
        REFUSED,
        /** 403: the token is invalid, or its policy does not allow the request. */
        DENIED,
        /** 404: there is no such engine or key. */
        MISSING,
        /** 503: Vault is sealed or in maintenance. */
        SEALED,
        /** Any other status. */
        UNEXPECTED
    }

    private final Kind kind;

    VaultFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static VaultFailure of(int status, String path, String errors) {
        return switch (status) {
            case 400 ->
                new VaultFailure(
                        Kind.REFUSED,
                        "Vault refused " + path + ": " + errors
                                + ". The version of the key may be below its min_decryption_version.");
            case 403 ->
                new VaultFailure(
                        Kind.DENIED,
                        "Vault denied " + path + ". Check the token or role, and its policy for this path.");
            case 404 ->
                new VaultFailure(
                        Kind.MISSING,
                        "Vault has nothing at " + path + ". Check zizhi.vault.mount and zizhi.vault.key.");
            case 503 -> new VaultFailure(Kind.SEALED, "Vault is sealed or in maintenance. Unseal it.");
            default -> new VaultFailure(Kind.UNEXPECTED, "Vault answered " + path + " with " + status + ": " + errors);
        };
    }

    public Kind kind() {
        return kind;
    }
}
