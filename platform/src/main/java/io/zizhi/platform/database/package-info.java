/**
 * Database sessions: their limits, native queries, the bookkeeping of transactions, and what a replica does while the
 * database is silent.
 *
 * <p>Native statements name the columns that they return. Connections keep prepared statements, and a prepared
 * statement whose result gains a column fails once on each connection.
 */
@NullMarked
package io.zizhi.platform.database;

import org.jspecify.annotations.NullMarked;
