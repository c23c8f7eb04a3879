/**
 * Limits how often an account may do things that cost money or reveal data about others, such as company register
 * queries and scans. The counts are kept in the database, so they hold across replicas and concurrent requests.
 */
@NullMarked
package io.zizhi.qualification.account.allowance;

import org.jspecify.annotations.NullMarked;
