package io.zizhi.faults.driver;

import io.zizhi.e2e.InventedPerson;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The invented people of a run. Their names, numbers and phones are unique, so any occurrence outside the encrypted
 * columns is a leak.
 */
public final class Canaries {

    /** First character of the block CJK Unified Ideographs; no other text contains three random ones by chance. */
    private static final int FIRST_CHARACTER = 0x4E00;

    private static final int CHARACTERS = 0x9FA5 - FIRST_CHARACTER;

    private final Set<String> names = new HashSet<>();
    private final Set<String> idNumbers = new HashSet<>();
    private final Set<String> phones = new HashSet<>();

    public synchronized InventedPerson person(RandomGenerator random) {
        while (true) {
            InventedPerson drawn = InventedPerson.drawn(random);
            InventedPerson person = new InventedPerson(name(random), drawn.idNumber(), drawn.phone());
            if (!idNumbers.contains(person.idNumber()) && !phones.contains(person.phone())) {
                names.add(person.name());
                idNumbers.add(person.idNumber());
                phones.add(person.phone());
                return person;
            }
        }
    }

    private static String name(RandomGenerator random) {
        StringBuilder name = new StringBuilder("欧");
        for (int i = 0; i < 2; i++) {
            name.appendCodePoint(FIRST_CHARACTER + random.nextInt(CHARACTERS));
        }
        return name.toString();
    }

    /** Returns names of three characters each. */
    public synchronized Set<String> names() {
        return Set.copyOf(names);
    }

    /** Returns resident id numbers of 18 characters each. */
    public synchronized Set<String> idNumbers() {
        return Set.copyOf(idNumbers);
    }

    /** Returns mobile numbers of 11 digits each. */
    public synchronized Set<String> phones() {
        return Set.copyOf(phones);
    }
}
