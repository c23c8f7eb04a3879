package io.zizhi.faults.nemesis.data;

import io.zizhi.contracts.Topics;
import io.zizhi.faults.suite.Fault;
import io.zizhi.faults.suite.FaultySuite;
import io.zizhi.faults.suite.NothingBrokenException;
import io.zizhi.faults.suite.Poison;
import io.zizhi.faults.suite.Records;
import io.zizhi.local.server.kafka.KafkaUsers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * F14: the newest records of every topic are sent again with the same key, headers and value. Half of the time they are
 * in order, otherwise in random order.
 */
public final class ReplayTopics implements Fault {

    private static final int PER_PARTITION = 40;

    @Override
    public String name() {
        return "F14-replay";
    }

    @Override
    public String strike(FaultySuite suite, RandomGenerator random) {
        Records records = new Records(suite.suite().infrastructure().kafkaClient(KafkaUsers.TOOLS));
        List<ProducerRecord<byte[], byte[]>> again = new ArrayList<>();
        for (String topic : Topics.ALL) {
            records.last(topic, PER_PARTITION).stream()
                    .filter(record -> record.headers().lastHeader(Poison.HEADER) == null)
                    .map(ReplayTopics::copy)
                    .forEach(again::add);
        }
        if (again.isEmpty()) {
            throw new NothingBrokenException("no topic had a record yet");
        }
        boolean shuffled = random.nextBoolean();
        if (shuffled) {
            Collections.shuffle(again, new Random(random.nextLong()));
        }
        records.write(again);
        return again.size() + " records were sent again, " + (shuffled ? "in random order" : "in order");
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(record.topic(), record.partition(), record.key(), record.value(), record.headers());
    }
}
