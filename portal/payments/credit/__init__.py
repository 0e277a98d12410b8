"""Vouchers: what somebody paid for an event that was called off may stay with us for another one."""
