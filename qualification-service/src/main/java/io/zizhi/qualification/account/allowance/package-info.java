/**
 * How often an account may do what costs money or tells something about others: questions to a register, scans at a
 * provider. Counted in the database, so that requests at the same moment and several replicas count together.
 */
@NullMarked
package io.zizhi.qualification.account.allowance;

import org.jspecify.annotations.NullMarked;
