@NullMarked
package io.zizhi.qualification.account.change;

import org.jspecify.annotations.NullMarked;
