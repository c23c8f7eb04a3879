package io.zizhi.platform.privacy.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.problem.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * A master key in files: a Tink keyset that encrypts, for example {@code master.json}, and earlier versions beside it,
 * {@code master-….json}, which only decrypt. Deleting such a file destroys its version. Anyone who can read the
 * files can decrypt every backup of the database.
 *
 * <p>The files are read for each use, which is rare, so that a deleted version stops working on all replicas at once.
 */
public final class FileMasterKey implements MasterKey {

    private static final String NOT_DESTROYED = "MASTER_KEY_VERSION_NOT_DESTROYED";

    /** Runs blocking work on another thread than the event loop. */
    public interface Threads {
        <T> Uni<T> call(Callable<T> work);
    }

    private final Path file;
    private final Threads threads;

    /** @throws IllegalStateException if the file is not a Tink keyset */
    public FileMasterKey(Path file, Threads threads) {
        Primitives.register();
        this.file = file;
        this.threads = threads;
        aead(all());
    }

    private KeysetHandle newest() {
        return read(file);
    }

    /** Returns all versions in one keyset, which encrypts with the newest. */
    private KeysetHandle all() {
        try {
            KeysetHandle keys = newest();
            for (Path earlier : earlier()) {
                keys = AccountKeyset.join(keys, read(earlier));
            }
            return keys;
        } catch (GeneralSecurityException failure) {
            throw unusable(failure);
        }
    }

    private Aead aead(KeysetHandle keys) {
        try {
            return keys.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException failure) {
            throw unusable(failure);
        }
    }

    private KeysetHandle read(Path keyset) {
        try {
            return KeysetFile.read(keyset);
        } catch (GeneralSecurityException failure) {
            throw unusable(failure);
        }
    }

    private IllegalStateException unusable(GeneralSecurityException failure) {
        return new IllegalStateException("The master key in " + file + " cannot be used", failure);
    }

    private List<Path> earlier() {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        String pattern = String.valueOf(file.getFileName()).replaceFirst("\\.json$", "") + "-*.json";
        List<Path> earlier = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            found.forEach(earlier::add);
        } catch (IOException failure) {
            throw new UncheckedIOException("The folder of the master key " + file + " cannot be read", failure);
        }
        return earlier;
    }

    private static String version(int keyId) {
        return Integer.toUnsignedString(keyId);
    }

    @Override
    public Uni<String> newestVersion() {
        return threads.call(() -> version(newest().getPrimary().getId()));
    }

    @Override
    public boolean isDestroyedWith(String version, String other) {
        return version.equals(other);
    }

    @Override
    public Uni<Boolean> mayExist(String version) {
        return threads.call(() -> holds(all(), version));
    }

    @Override
    public Uni<Boolean> destroy(String version) {
        return threads.call(() -> {
            if (holds(newest(), version)) {
                throw Problems.conflict(
                        NOT_DESTROYED,
                        "The file " + file.getFileName()
                                + " of the newest version holds this version: remove it there.");
            }
            boolean found = false;
            for (Path earlier : earlier()) {
                KeysetHandle keys = read(earlier);
                if (holds(keys, version)) {
                    delete(earlier, keys);
                    found = true;
                }
            }
            return found;
        });
    }

    private static boolean holds(KeysetHandle keys, String version) {
        return IntStream.range(0, keys.size())
                .anyMatch(i -> version(keys.getAt(i).getId()).equals(version));
    }

    private static void delete(Path keyset, KeysetHandle keys) {
        if (keys.size() > 1) {
            throw Problems.conflict(
                    NOT_DESTROYED, "The file " + keyset.getFileName() + " holds further versions: split it first.");
        }
        try {
            Files.delete(keyset);
        } catch (IOException readOnly) {
            throw Problems.conflict(
                    NOT_DESTROYED,
                    "This service may not delete the file " + keyset.getFileName()
                            + ": delete it where it comes from, for example from the secret.");
        }
    }

    /** Reads the files once, so that the version is that of the key that encrypted, even while they are replaced. */
    @Override
    public Uni<Wrapped> wrap(byte[] key, String context) {
        return threads.call(() -> {
            KeysetHandle keys = all();
            try {
                return new Wrapped(
                        Base64.getEncoder().encodeToString(aead(keys).encrypt(key, bytes(context))),
                        version(keys.getPrimary().getId()));
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException("A key could not be encrypted with the master key", failure);
            }
        });
    }

    @Override
    public Uni<byte[]> unwrap(String wrapped, String context) {
        return threads.call(() -> {
            try {
                return aead(all()).decrypt(Base64.getDecoder().decode(wrapped), bytes(context));
            } catch (GeneralSecurityException failure) {
                throw new IllegalStateException("A key could not be decrypted with the master key", failure);
            }
        });
    }

    private static byte[] bytes(String context) {
        return context.getBytes(StandardCharsets.UTF_8);
    }
}
