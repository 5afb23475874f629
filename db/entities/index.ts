import { Departure, Schedule, ScheduleException } from './availability.ts'
import { Booking, BookingRef, Hold, Ticket, UnitItem } from './bookings.ts'
import { Experience, ExperienceText, Option, OptionText, Place, PlaceText, Review, Unit, UnitText } from './catalog.ts'
import { Payment, PaymentAllocation, Refund } from './payments.ts'
import { Provider, ProviderMember, ProviderText, User } from './people.ts'
import { OptionResource, Resource } from './resources.ts'

export const entities = [
  Booking,
  BookingRef,
  Departure,
  Experience,
  ExperienceText,
  Hold,
  Option,
  OptionResource,
  OptionText,
  Payment,
  PaymentAllocation,
  Place,
  PlaceText,
  Provider,
  ProviderMember,
  ProviderText,
  Refund,
  Resource,
  Review,
  Schedule,
  ScheduleException,
  Ticket,
  Unit,
  UnitItem,
  UnitText,
  User,
] as const
