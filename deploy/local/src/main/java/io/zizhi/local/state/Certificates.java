package io.zizhi.local.state;

import io.zizhi.local.layout.LocalFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The TLS certificate of a production-like installation, in the formats that its servers and clients read. All servers
 * share one certificate for 127.0.0.1 and localhost, signed by an authority whose key is deleted at once, so that it
 * signs nothing else. An installation without this folder uses no TLS.
 */
public final class Certificates {

    /** The folder in an installation. */
    public static final String FOLDER = "tls";

    private static final String AUTHORITY = "authority";
    private static final String SERVER = "server";
    private static final String PASSWORD = "tls";
    /** Not secret, because command lines of JVMs contain it. The file holds only a certificate. */
    private static final String TRUST_PASSWORD = "public";
    /** Ten years: nobody renews the certificate of a trial, and its authority signs no other. */
    private static final String DAYS = "3650";

    private final Path home;
    private final Secrets secrets;

    private Certificates(Path folder) {
        this.home = folder.resolve(FOLDER);
        this.secrets = new Secrets(folder.resolve("secrets"));
    }

    /** Returns the certificates of the installation in {@code folder}; empty if it uses no TLS. */
    public static Optional<Certificates> of(Path folder) {
        Certificates certificates = new Certificates(folder);
        return Files.exists(certificates.keyStore()) ? Optional.of(certificates) : Optional.empty();
    }

    /** Returns the scheme of the URLs of the servers in {@code folder}: {@code http} or {@code https}. */
    public static String scheme(Path folder) {
        return of(folder).isPresent() ? "https" : "http";
    }

    /** Creates the certificates of the installation in {@code folder}, unless it has them. */
    public static void create(Path folder) {
        Certificates certificates = new Certificates(folder);
        if (!Files.exists(certificates.keyStore()) || !Files.exists(certificates.trustStore())) {
            certificates.create();
        }
    }

    /** Returns the PKCS #12 file with the servers' key and certificate. */
    public Path keyStore() {
        return home.resolve("server.p12");
    }

    /** Returns the PKCS #12 file with the authority's certificate, for clients in Java. */
    public Path trustStore() {
        return home.resolve("trust.p12");
    }

    /** Returns the password of the key store. */
    public String password() {
        return secrets.get(PASSWORD);
    }

    /** Returns the password of the trust store, which differs from that of the key store. */
    public String trustPassword() {
        return TRUST_PASSWORD;
    }

    /** Returns the PEM file with the servers' certificate and its authority's. */
    public Path certificate() {
        return home.resolve("server.pem");
    }

    /** Returns the PEM file with the servers' key (PKCS #8, not encrypted). */
    public Path key() {
        return home.resolve("server.key");
    }

    /** Returns the PEM file with the authority's certificate, for clients. */
    public Path authority() {
        return home.resolve("authority.pem");
    }

    /** Returns the options with which a JVM trusts only this authority. */
    public List<String> trustOptions() {
        return List.of(
                "-Djavax.net.ssl.trustStore=" + trustStore(),
                "-Djavax.net.ssl.trustStoreType=PKCS12",
                "-Djavax.net.ssl.trustStorePassword=" + trustPassword());
    }

    /** Returns a TLS context for clients in this JVM. It trusts only this authority. */
    public SSLContext trust() {
        try {
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(load(trustStore(), trustPassword()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new LocalFailure("The certificate in " + home + " cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore load(Path file, String password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, password.toCharArray());
        }
        return store;
    }

    private void create() {
        PrivateFiles.folder(home);
        Path both = home.resolve("both.p12");
        try {
            Files.deleteIfExists(both);
            pair(
                    both,
                    AUTHORITY,
                    "-dname",
                    "CN=Zizhi on one machine",
                    "-ext",
                    "bc:c=ca:true",
                    "-ext",
                    "ku:c=keyCertSign");
            pair(
                    both,
                    SERVER,
                    "-dname",
                    "CN=localhost",
                    "-signer",
                    AUTHORITY,
                    "-ext",
                    "san=ip:127.0.0.1,dns:localhost");
            export(both);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new LocalFailure("The certificate could not be created: " + e.getMessage(), e);
        } finally {
            deleteIfExists(both);
        }
    }

    private void export(Path both) throws IOException, GeneralSecurityException {
        KeyStore pairs = load(both, password());
        Key key = pairs.getKey(SERVER, password().toCharArray());
        Certificate[] chain = pairs.getCertificateChain(SERVER);
        PrivateFiles.write(key(), pem("PRIVATE KEY", key.getEncoded()));
        PrivateFiles.write(certificate(), certificate(chain[0]) + certificate(chain[1]));
        PrivateFiles.write(authority(), certificate(chain[1]));
        KeyStore trusted = empty();
        trusted.setCertificateEntry(AUTHORITY, chain[1]);
        store(trusted, trustStore(), trustPassword());
        KeyStore own = empty();
        own.setKeyEntry(SERVER, key, password().toCharArray(), chain);
        // the last file, because its existence says that all others are there
        store(own, keyStore(), password());
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private void store(KeyStore store, Path file, String password) throws IOException, GeneralSecurityException {
        Path unfinished = Files.createTempFile(home, file.getFileName().toString(), ".tmp");
        try (var out = Files.newOutputStream(unfinished)) {
            store.store(out, password.toCharArray());
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String certificate(Certificate certificate) throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    private static String pem(String kind, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }

    /** Every JDK contains keytool; the library itself has no public class that signs certificates. */
    private void pair(Path store, String alias, String... options) throws IOException {
        password();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                DAYS,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:file",
                secrets.file(PASSWORD).toString()));
        command.addAll(List.of(options));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                throw new LocalFailure("The certificate could not be created:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("Interrupted while creating the certificate", e);
        }
    }

    private static void deleteIfExists(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
