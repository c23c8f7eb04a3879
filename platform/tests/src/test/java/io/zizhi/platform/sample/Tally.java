package io.zizhi.platform.sample;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Counts what happened to one aggregate. */
@Entity
@Table(name = "tally")
public class Tally {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "entries")
    private int entries;

    @Column(name = "log")
    private String log = "";

    protected Tally() {}

    public Tally(long id) {
        this.id = id;
    }

    public long id() {
        return id;
    }

    public int entries() {
        return entries;
    }

    public String log() {
        return log;
    }

    public void add(String entry) {
        entries++;
        log = log.isEmpty() ? entry : log + "," + entry;
    }
}
