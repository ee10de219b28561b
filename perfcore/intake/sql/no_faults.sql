delete from fault
