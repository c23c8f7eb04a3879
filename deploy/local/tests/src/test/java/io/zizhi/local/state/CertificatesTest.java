package io.zizhi.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {

    @TempDir
    Path folder;

    @Test
    void creates_files_once_and_deletes_the_key_of_the_authority() throws IOException {
        assertThat(Certificates.of(folder)).isEmpty();
        assertThat(Certificates.scheme(folder)).isEqualTo("http");

        Certificates.create(folder);
        Certificates tls = Certificates.of(folder).orElseThrow();
        String certificate = Files.readString(tls.certificate());
        Certificates.create(folder);

        assertThat(Certificates.scheme(folder)).isEqualTo("https");
        assertThat(Files.readString(tls.certificate())).isEqualTo(certificate);
        assertThat(certificate).contains(Files.readString(tls.authority()));
        assertThat(Files.readString(tls.key())).startsWith("-----BEGIN PRIVATE KEY-----");
        assertThat(tls.trust().getSocketFactory()).isNotNull();
        assertThat(String.join(" ", tls.trustOptions()))
                .as("visible in process lists")
                .contains(tls.trustPassword())
                .doesNotContain(tls.password());
        try (var files = Files.list(folder.resolve("tls"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("server.p12", "server.pem", "server.key", "trust.p12", "authority.pem");
        }
    }
}
