@NullMarked
package io.zizhi.local.sms;

import org.jspecify.annotations.NullMarked;
