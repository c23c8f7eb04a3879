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
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how {@code ./zizhi images} chooses its tool and names images. {@code e2e/images} builds one. */
class ImagesTest {

    private static final Pattern IMAGE = Pattern.compile("newName: (\\S+)\\s+newTag: (\\S+)");

    private static final Pattern VERSION = Pattern.compile("(?:zizhi/[\\w-]+:|ref=v)(\\d+(?:\\.\\d+)+)");

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

    /** Operators copy names of images and the tag of the manifests from there. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/kubernetes.md", "docs/kubernetes.zh-CN.md", "deploy/local/shell/help.sh"})
    void pages_name_the_version_of_this_tree(String page) throws IOException {
        String version = run("image_version").output().strip();
        assertThat(VERSION.matcher(Files.readString(ProjectFolder.find().resolve(page)))
                        .results()
                        .map(found -> found.group(1)))
                .isNotEmpty()
                .containsOnly(version);
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

    @ParameterizedTest
    @ValueSource(strings = {"podman", "buildah", "docker"})
    void each_tool_builds_on_the_given_base(String tool) throws IOException {
        List<String> arguments = build(tool, "registry.example/jre@sha256:1");
        assertThat(arguments).startsWith("build", "--file");
        assertThat(options("--file", arguments)).allMatch(file -> file.endsWith("deploy/images/Containerfile"));
        assertThat(options("--tag", arguments)).containsExactly("docker.io/zizhi/review-service:0.1.0");
        assertThat(options("--network", arguments)).containsExactly("none");
        assertThat(options("--build-arg", arguments)).contains("BASE=registry.example/jre@sha256:1");
        assertThat(options("--label", arguments))
                .contains(
                        "org.opencontainers.image.title=review-service",
                        "org.opencontainers.image.version=0.1.0",
                        "org.opencontainers.image.created=2001-09-09T01:46:40Z",
                        "org.opencontainers.image.revision=0123abcd",
                        "org.opencontainers.image.base.name=registry.example/jre@sha256:1");
        assertThat(arguments).endsWith(folder.resolve("work/review-service").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"podman", "buildah", "docker"})
    void without_base_each_tool_uses_that_of_the_containerfile(String tool) throws IOException {
        List<String> arguments = build(tool, "");
        assertThat(options("--build-arg", arguments)).noneMatch(argument -> argument.startsWith("BASE="));
        assertThat(options("--label", arguments)).noneMatch(label -> label.contains("base.name"));
    }

    /** docker has neither option, and podman and buildah do not read the build argument. */
    @Test
    void sets_file_times_as_each_tool_can() throws IOException {
        for (String tool : List.of("podman", "buildah")) {
            List<String> arguments = build(tool, "");
            assertThat(options("--timestamp", arguments)).containsExactly("1767225600");
            assertThat(arguments).contains("--layers");
            assertThat(options("--build-arg", arguments)).isEmpty();
        }
        List<String> arguments = build("docker", "");
        assertThat(options("--build-arg", arguments)).containsExactly("SOURCE_DATE_EPOCH=1767225600");
        assertThat(arguments).doesNotContain("--layers", "--timestamp");
    }

    @Test
    void shows_why_a_tool_failed() throws IOException {
        machine.with("docker", "echo 'no space left on device'; exit 1");
        Command.Result failed = run(buildScript("docker", ""));
        assertThat(failed.exitCode()).isEqualTo(2);
        assertThat(failed.output())
                .contains("no space left on device", "The image of review-service could not be built.");
    }

    @Test
    void asks_each_tool_for_the_size_of_an_image() throws IOException {
        String echo = "[[ \"$*\" != \"images --format {{.Size}} \"* ]] || echo \"412 MB of ${@: -1}\"";
        for (String tool : List.of("podman", "buildah", "docker")) {
            machine.with(tool, echo);
        }
        assertThat(run("image_size podman docker.io/zizhi/a:1").output()).isEqualTo("412 MB of docker.io/zizhi/a:1\n");
        assertThat(run("image_size buildah docker.io/zizhi/a:1").output()).isEqualTo("412 MB of docker.io/zizhi/a:1\n");
        assertThat(run("image_size docker docker.io/zizhi/a:1").output()).isEqualTo("412 MB of zizhi/a:1\n");
    }

    /** Builds the image of review-service with a tool that only records its arguments, and returns them. */
    private List<String> build(String tool, String base) throws IOException {
        Path record = folder.resolve(tool + ".arguments");
        machine.with(tool, "[[ -d \"${@: -1}/runtime\" ]] || exit 1; printf '%s\\n' \"$@\" >" + record);
        Command.Result built = run(buildScript(tool, base));
        assertThat(built.exitCode()).as(built.output()).isZero();
        return Files.readAllLines(record);
    }

    /** The build of a service is only an empty folder, and the tree only what the labels are read from. */
    private String buildScript(String tool, String base) throws IOException {
        for (String program : List.of("date", "mv")) {
            machine.with(program, "exec /usr/bin/" + program + " \"$@\"");
        }
        machine.with("git", """
                case "$*" in
                *log*) echo 1000000000 ;;
                *rev-parse*) echo 0123abcd ;;
                esac""");
        Path tree = folder.resolve("tree");
        Files.createDirectories(tree.resolve(".zizhi"));
        Files.createDirectories(folder.resolve("work/runtime"));
        if (Files.notExists(tree.resolve("pom.xml"))) {
            Files.writeString(tree.resolve("pom.xml"), "<version>0.1.0-SNAPSHOT</version>\n");
            Files.createDirectories(tree.resolve("review-service"));
            Files.writeString(tree.resolve("review-service/pom.xml"), "<description>Reviews</description>\n");
        }
        return "lay_out() { mkdir -p \"$3\"; }; ROOT='%s'; build_image %s review-service '%s' '%s'"
                .formatted(tree, tool, base, folder.resolve("work"));
    }

    /** Returns the values of an option that occurs any number of times. */
    private static List<String> options(String option, List<String> arguments) {
        return IntStream.range(1, arguments.size())
                .filter(place -> arguments.get(place - 1).equals(option))
                .mapToObj(arguments::get)
                .toList();
    }

    private Command.Result run(String script) {
        return machine.run("ROOT=\"$PWD\"; source deploy/local/shell/images.sh; " + script);
    }

    private static Set<String> inManifests() {
        Path manifests = ProjectFolder.find().resolve("deploy/kubernetes");
        // a component may start another program of an image
        try (Stream<Path> base = Files.walk(manifests.resolve("base"));
                Stream<Path> components = Files.walk(manifests.resolve("components"))) {
            return Stream.concat(base, components)
                    .filter(file -> file.endsWith("kustomization.yaml"))
                    .flatMap(ImagesTest::images)
                    .collect(Collectors.toSet());
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
