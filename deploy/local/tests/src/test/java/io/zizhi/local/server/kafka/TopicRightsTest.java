package io.zizhi.local.server.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.zizhi.contracts.Topics;
import io.zizhi.local.layout.ProjectFolder;
import io.zizhi.local.layout.Service;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicRightsTest {

    @ParameterizedTest
    @EnumSource(Service.class)
    void service_may_read_only_consumed_topics(Service service) throws IOException {
        Properties settings = new Properties();
        Path file = ProjectFolder.find().resolve(service.module()).resolve("src/main/resources/application.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        List<String> consumed = settings.stringPropertyNames().stream()
                .filter(name -> name.matches("mp\\.messaging\\.incoming\\..*\\.topic"))
                .map(settings::getProperty)
                .toList();

        assertThat(consumed).isNotEmpty();
        assertThat(TopicRights.of(service.module()).reads()).containsExactlyInAnyOrderElementsOf(consumed);
    }

    @Test
    void every_topic_has_one_writer() {
        List<String> written = Stream.of(Service.values())
                .flatMap(service -> TopicRights.of(service.module()).writes().stream())
                .toList();

        assertThat(written).containsExactlyInAnyOrderElementsOf(Topics.ALL);
    }

    @Test
    void service_may_write_its_dead_letters() {
        assertThat(TopicRights.lines()).contains("""
                document-service.write=zizhi.document.v1,zizhi.qualification.v1.document-service.dead-letter,\
                zizhi.account.v1.document-service.dead-letter
                document-service.read=zizhi.qualification.v1,zizhi.account.v1
                document-service.group=document-service
                """);
    }
}
