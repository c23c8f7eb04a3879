package io.zizhi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests how {@code ./zizhi images} chooses its tool and names images. {@code e2e/images} builds one. */
class ImagesTest {

    private static final Pattern IMAGE = Pattern.compile("newName: (\\S+)\\s+newTag: (\\S+)");

    @TempDir
    private Path folder;

    private Shell machine;

    @BeforeEach
    void simulate_machine() throws IOException {
        machine = new Shell(folder);
    }

    @Test
    void names_are_those_of_manifests() {
        List<String> names = Arrays.stream(Service.values())
                .map(service -> run("image_name " + service.module()).output().strip())
                .toList();
        assertThat(names).containsExactlyInAnyOrderElementsOf(inManifests());
        assertThat(run("image_services").output().lines()).containsExactlyInAnyOrderElementsOf(Service.modules());
    }

    @Test
    void uses_first_installed_tool() throws IOException {
        machine.with("docker", "");
        assertThat(run("container_tool").output()).isEqualTo("docker\n");
        machine.with("buildah", "");
        assertThat(run("container_tool").output()).isEqualTo("buildah\n");
        machine.with("podman", "");
        assertThat(run("container_tool").output()).isEqualTo("podman\n");
        assertThat(run("ZIZHI_CONTAINER_TOOL=docker container_tool").output()).isEqualTo("docker\n");
    }

    @Test
    void names_missing_tools() {
        Command.Result refused = run("images");
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output()).contains("podman, buildah or docker", "none of them was found");
    }

    @Test
    void rejects_unknown_services_and_options() {
        assertThat(run("images other-service").output()).contains("Unknown service other-service", "review-service");
        assertThat(run("images --unknown").output()).contains("Usage: ./zizhi images");
        assertThat(run("images --base").output()).contains("Usage: ./zizhi images");
    }

    @Test
    void removes_password_from_address_of_repository() throws IOException {
        machine.with("git", "echo https://someone:secret@example.com/zizhi.git");
        assertThat(run("commit_source").output()).isEqualTo("https://example.com/zizhi.git\n");
    }

    private Command.Result run(String script) {
        return machine.run("ROOT=\"$PWD\"; source deploy/local/shell/images.sh; " + script);
    }

    private static List<String> inManifests() {
        try (Stream<Path> services = Files.list(ProjectFolder.find().resolve("deploy/kubernetes/base"))) {
            return services.map(service -> service.resolve("kustomization.yaml"))
                    .filter(Files::exists)
                    .flatMap(ImagesTest::images)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<String> images(Path file) {
        try {
            return IMAGE.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult found) -> "docker.io/" + found.group(1) + ":" + found.group(2));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
