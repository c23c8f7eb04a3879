/** The chains of audit rows in the database: their rows, their heads and the hash of a row. */
@NullMarked
package io.zizhi.platform.operations.audit.chain;

import org.jspecify.annotations.NullMarked;
