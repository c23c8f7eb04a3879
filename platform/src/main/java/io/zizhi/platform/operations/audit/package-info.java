/**
 * The auditors' API, the same in every service: who saw and did what, by person, account, object, action and period.
 * Each service searches its own audit log. Clients merge the answers of all services by time.
 */
@NullMarked
package io.zizhi.platform.operations.audit;

import org.jspecify.annotations.NullMarked;
