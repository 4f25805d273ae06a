import { Controller, Get, Header, HttpStatus, Redirect } from '@nestjs/common';
import { h } from 'preact';
import { HomePage } from './pages/home.page.js';
import { renderPage } from './render-page.js';

@Controller()
export class HomeController {
  @Get()
  @Redirect('/de', HttpStatus.FOUND)
  start() {}

  @Get('de')
  @Header('content-type', 'text/html; charset=utf-8')
  home() {
    return renderPage(h(HomePage, {}));
  }
}
