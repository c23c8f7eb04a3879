/** What is told to PostgreSQL about the work of a transaction. */
@NullMarked
package io.zizhi.platform.database;

import org.jspecify.annotations.NullMarked;
