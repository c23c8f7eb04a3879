package io.zizhi.local.state;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The passwords of one installation: random, created on first use, one file each. */
public final class Secrets {

    private static final int BYTES = 24;

    private final Path folder;

    public Secrets(Path folder) {
        this.folder = PrivateFiles.folder(folder);
    }

    /** Returns the secret called {@code name}; 32 characters of letters, digits, '-' and '_'. */
    public String get(String name) {
        return PrivateFiles.createOnce(folder.resolve(name), Secrets::random);
    }

    /** Returns a file that contains only the secret, for programs that read a password from a file. */
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
