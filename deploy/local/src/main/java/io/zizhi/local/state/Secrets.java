package io.zizhi.local.state;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The passwords of one installation: random, made when first asked for, one file each. */
public final class Secrets {

    private static final int BYTES = 24;

    private final Path folder;

    /** The secrets kept in {@code folder}. */
    public Secrets(Path folder) {
        this.folder = PrivateFiles.folder(folder);
    }

    /** The secret called {@code name}; 32 characters of letters, digits, '-' and '_'. */
    public String get(String name) {
        return PrivateFiles.createOnce(folder.resolve(name), Secrets::random);
    }

    /** A file that holds nothing but the secret, for programs that read a password from a file. */
    public Path file(String name) {
        get(name);
        return folder.resolve(name);
    }

    private static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
