/**
 * Sessions with the database: their bounds, and what a replica does when the database is silent.
 *
 * <p>What statements of one's own need to live with the database beside Hibernate's: columns by name. Connections keep the statements that they have prepared, so that one whose columns become
 * more fails once on each; statements therefore name their columns.
 */
@NullMarked
package io.zizhi.platform.database;

import org.jspecify.annotations.NullMarked;
