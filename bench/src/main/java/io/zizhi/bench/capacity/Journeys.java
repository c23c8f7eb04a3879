package io.zizhi.bench.capacity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.bench.site.Figures;
import io.zizhi.e2e.Addresses;
import io.zizhi.e2e.Api;
import io.zizhi.e2e.Applicant;
import io.zizhi.e2e.Form;
import io.zizhi.e2e.InventedPerson;
import io.zizhi.e2e.Login;
import io.zizhi.e2e.Operator;
import io.zizhi.e2e.Reviewer;
import io.zizhi.e2e.Specimen;
import io.zizhi.e2e.Supervisor;
import io.zizhi.e2e.Waiting;
import io.zizhi.local.demo.DemoAccounts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Takes qualifications from the phone code to the decision over HTTP, each act for all of them before the next act, so
 * that the usage of each act can be told apart.
 */
final class Journeys {

    private static final int CLIENTS = 4;

    /** Different sets of pictures. Drawing one for each qualification would take longer than storing it. */
    private static final int PICTURES = 40;

    /** Until consumers have handled the last event that was sent, which takes milliseconds. */
    private static final long HANDLED_MILLIS = 1_500;

    private final Stores stores;
    private final Addresses addresses;
    private final SecureRandom random = new SecureRandom();
    private final Set<String> drawn = ConcurrentHashMap.newKeySet();
    private final List<List<byte[]>> pictures;
    private final byte[] photo;
    private int named;

    Journeys(Stores stores, Addresses addresses) {
        this.stores = stores;
        this.addresses = addresses;
        this.pictures = IntStream.range(0, PICTURES)
                .mapToObj(index -> List.of(
                        Specimen.idEmblem("2020-01-01 - 2040-01-01 " + index),
                        Specimen.idPortrait("11010519491231002X " + index),
                        Specimen.businessLicense("星河示例科技有限公司 " + index, "91330106MA00000A99")))
                .toList();
        this.photo = Photo.ofAboutAMegabyte();
        // An earlier run with the same stores has used other names.
        this.named = 100_000_000 + random.nextInt(800_000_000);
    }

    /** Bytes of a photo from a phone, as uploaded. */
    int photoBytes() {
        return photo.length;
    }

    /** Bytes of the three pictures of a qualification, as uploaded. */
    double pictureBytes() {
        return pictures.stream()
                .mapToInt(each ->
                        each.stream().mapToInt(picture -> picture.length).sum())
                .average()
                .orElseThrow();
    }

    /** What is known of one qualification on its way. */
    private static final class Journey {
        private InventedPerson person = new InventedPerson("", "", "");
        private String verification = "";
        private Form.Documents documents = new Form.Documents("", "", "");
        private JsonNode draft = Api.JSON.createObjectNode();
        private long workOrder;
    }

    /**
     * Takes {@code count} new qualifications all the way.
     *
     * @param idle what an idle suite uses
     * @param done receives each act when it is measured
     */
    void run(int count, Usage idle, Consumer<Act> done) throws SQLException, InterruptedException {
        Applicant applicant = new Applicant(addresses, "applicant-a", DemoAccounts.COMPANY_A);
        Reviewer reviewer = new Reviewer(addresses, "reviewer-a");
        Supervisor supervisor = new Supervisor(addresses);
        Operator operator = new Operator(addresses);
        Api own = Login.as("applicant-a", addresses);
        List<Journey> all = Stream.generate(Journey::new).limit(count).toList();
        done.accept(act("phone code", count, idle, index -> verify(all.get(index), applicant, operator)));
        done.accept(act("document", 3 * count, idle, index -> upload(all.get(index / 3), index % 3, applicant)));
        int before = named;
        named += count;
        done.accept(act("draft", count, idle, index -> draft(all.get(index), before + index, applicant)));
        done.accept(act("check", count, idle, index -> applicant.evaluate(id(all.get(index)))));
        done.accept(act("submit", count, idle, index -> submit(all.get(index), applicant)));
        all.forEach(each -> supervisor.awaitReview(each.workOrder));
        done.accept(act("claim", count, idle, index -> reviewer.claim(all.get(index).workOrder)));
        done.accept(act("evidence", count, idle, index -> reviewer.evidence(all.get(index).workOrder)));
        done.accept(act(
                "view of a document",
                count,
                idle,
                index -> reviewer.view(all.get(index).documents.portrait())));
        done.accept(act("decide", count, idle, index -> reviewer.approve(all.get(index).workOrder)));
        done.accept(act("read of a qualification", count, idle, index -> applicant.qualification(id(all.get(index)))));
        done.accept(act("list", count, idle, index -> own.get(qualifications()).expect(200)));
    }

    /** Uploads photos as a phone takes them. */
    Act photos(int count, Usage idle) throws SQLException, InterruptedException {
        Api own = Login.as("applicant-a", addresses);
        URI uri = URI.create(addresses.document() + "/v1/documents?kind=MORE_MATERIAL");
        return act(
                "document of a megabyte",
                count,
                idle,
                index -> own.upload(uri, "image/jpeg", photo).expect(201));
    }

    /** Bytes of a form as JSON. */
    int formBytes() {
        Form.Documents none = new Form.Documents("0".repeat(32), "0".repeat(32), "0".repeat(32));
        return form("容量1000号", InventedPerson.drawn(random), "0".repeat(32), none)
                .toString()
                .getBytes(StandardCharsets.UTF_8)
                .length;
    }

    /** Runs an act {@code count} times and waits until nothing of it is under way. */
    Act act(String name, int count, Usage idle, IntConsumer once) throws SQLException, InterruptedException {
        long[] nanos = new long[count];
        Usage before = stores.usage();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int first = client;
                running.add(clients.submit(() -> {
                    for (int index = first; index < count; index += CLIENTS) {
                        long start = System.nanoTime();
                        once.accept(index);
                        nanos[index] = System.nanoTime() - start;
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(name + " failed", failure);
        }
        settle();
        return new Act(
                name, Figures.ofNanos(name, nanos), stores.usage().since(before).perAct(idle, count));
    }

    private void settle() throws SQLException, InterruptedException {
        stores.awaitSent();
        TimeUnit.MILLISECONDS.sleep(HANDLED_MILLIS);
        stores.awaitSent();
    }

    private void verify(Journey journey, Applicant applicant, Operator operator) {
        journey.person = Stream.generate(() -> InventedPerson.drawn(random))
                .filter(person -> drawn.add(person.idNumber()) && drawn.add(person.phone()))
                .findFirst()
                .orElseThrow();
        journey.verification = applicant.requestPhoneCode(journey.person.phone());
        String code = Waiting.until("the code by SMS", () -> operator.code(journey.person.phone()));
        applicant.enterPhoneCode(journey.verification, code);
    }

    private void upload(Journey journey, int which, Applicant applicant) {
        byte[] picture = pictures.get(random.nextInt(PICTURES)).get(which);
        synchronized (journey) {
            Form.Documents old = journey.documents;
            journey.documents = switch (which) {
                case 0 -> new Form.Documents(applicant.upload("ID_EMBLEM", picture), old.portrait(), old.certificate());
                case 1 -> new Form.Documents(old.emblem(), applicant.upload("ID_PORTRAIT", picture), old.certificate());
                default ->
                    new Form.Documents(old.emblem(), old.portrait(), applicant.upload("BUSINESS_LICENSE", picture));
            };
        }
    }

    private void draft(Journey journey, int number, Applicant applicant) {
        journey.draft =
                applicant.draft(form("容量" + number + "号", journey.person, journey.verification, journey.documents));
    }

    private static ObjectNode form(String name, InventedPerson person, String verification, Form.Documents documents) {
        return Form.filledIn(DemoAccounts.COMPANY_A, name, "COMPANY", person, verification, documents);
    }

    private static void submit(Journey journey, Applicant applicant) {
        journey.workOrder = applicant
                .submit(id(journey), journey.draft.path("version").asLong(), UUID.randomUUID())
                .expect(200)
                .path("workOrder")
                .asLong();
    }

    private static long id(Journey journey) {
        return journey.draft.path("id").asLong();
    }

    private URI qualifications() {
        return URI.create(addresses.qualification() + "/v1/qualifications");
    }
}
